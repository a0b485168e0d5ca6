import { expect, test } from 'vitest';
import {
  checkDigitOf,
  groupedSlipCode,
  isSlipCode,
  SLIP_CODE_RANDOM_BYTES,
  slipCodeFrom,
} from '../src/slip-code.ts';

const DIGITS = [...'0123456789'];

/** Codes that begin and end with all sorts of digits, zeros at the front among them. */
const CODES = ['000000000000', '012345678901', '999999999999', '904817263550', '110022003344']
  .concat(DIGITS.map((digit) => digit.repeat(12)))
  .concat(DIGITS.map((digit, at) => `${digit}8361${at}75294${digit}`))
  .map((digits) => digits + checkDigitOf(digits));

test('the check digit is the one of Damm’s example: 572 is followed by 4', () => {
  expect(checkDigitOf('572')).toBe('4');
});

test('every code with its check digit checks', () => {
  expect(CODES.filter((code) => !isSlipCode(code))).toEqual([]);
});

test('any single wrong digit is found, in any place of any code, the check digit among them', () => {
  const passed = CODES.flatMap((code) =>
    [...code].flatMap((right, at) =>
      DIGITS.filter((digit) => digit !== right)
        .map((digit) => code.slice(0, at) + digit + code.slice(at + 1))
        .filter(isSlipCode),
    ),
  );

  expect(passed).toEqual([]);
});

test('any two neighbours in the wrong order are found, in any place of any code', () => {
  const passed = CODES.flatMap((code) =>
    [...code].flatMap((digit, at) => {
      const next = code[at + 1];
      if (next === undefined || next === digit) return [];
      const swapped = `${code.slice(0, at)}${next}${digit}${code.slice(at + 2)}`;
      return isSlipCode(swapped) ? [swapped] : [];
    }),
  );

  expect(passed).toEqual([]);
});

test('whatever came before, no two digits and no exchange of two give the same: so it holds for all codes', () => {
  /** Twelve digits lead to each of the ten states; a digit more leads to the next. */
  const prefixes = DIGITS.map((digit) => `00000000000${digit}`);
  expect(new Set(prefixes.map(checkDigitOf)).size).toBe(10);

  for (const prefix of prefixes) {
    expect(new Set(DIGITS.map((digit) => checkDigitOf(prefix + digit))).size).toBe(10);
    for (const one of DIGITS) {
      for (const other of DIGITS.filter((digit) => digit > one)) {
        const [forth, back] = [prefix + one + other, prefix + other + one];
        expect([forth, checkDigitOf(forth)]).not.toEqual([forth, checkDigitOf(back)]);
      }
    }
  }
});

test('other lengths, letters and digits of other scripts are no codes', () => {
  const [code = ''] = CODES;
  const others = [
    code.slice(1),
    `0${code}`,
    '',
    `${code.slice(0, 12)}x`,
    '٠٠٠٠٠٠٠٠٠٠٠٠٠',
    ` ${code}`,
  ];

  expect(others.filter(isSlipCode)).toEqual([]);
});

test('bytes that would favour some digits are left out, and too few bytes are refused', () => {
  const bytes = new Uint8Array(SLIP_CODE_RANDOM_BYTES).map((_, at) => 250 + (at % 6));
  bytes.set([0, 9, 10, 249, 17, 23, 31, 44, 58, 62, 75, 86], 20);

  expect(slipCodeFrom(bytes).slice(0, 12)).toBe('090973148256');
  expect(isSlipCode(slipCodeFrom(bytes))).toBe(true);
  expect(() => slipCodeFrom(bytes.slice(0, 20))).toThrow('not enough');
});

test('a code is printed in groups', () => {
  expect(groupedSlipCode('1234567890123')).toBe('123 456 789 0123');
});
