import { checkDigitOf } from '@laurel/core/slip-code';
import { expect, test } from 'vitest';
import { readSlipCode } from '../src/slips/read-code.ts';

const CODE = `904817263550${checkDigitOf('904817263550')}`;
const READ = { ok: true, value: CODE };

/** The zero of every row of decimal digits in Unicode: rows are ten long and begin with zero. */
const ZEROS = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint)
  .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
  .filter((codePoint) => /\p{Nd}/u.test(String.fromCodePoint(codePoint)))
  .filter((_, at) => at % 10 === 0);

/** The code in the digits whose zero this is. */
function inDigits(zero: number): string {
  return [...CODE].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
}

test('a code is read in the decimal digits of every script that Unicode has', () => {
  expect(ZEROS.length).toBeGreaterThan(60);
  const unread = ZEROS.filter((zero) => !readSlipCode(inDigits(zero)).ok);
  expect(unread).toEqual([]);
  expect(new Set(ZEROS.map((zero) => JSON.stringify(readSlipCode(inDigits(zero)))))).toEqual(
    new Set([JSON.stringify(READ)]),
  );
});

test.each([
  ['in groups', '904 817 263 5501'],
  ['with hyphens', '904-817-263-5501'],
  ['with no-break and thin spaces', '904\u00a0817\u202f263\u20095501'],
  ['with dashes and dots', '904\u2013817\u2014263.5501'],
  ['with marks of direction', '\u200f904\u200e817\u2067263\u2069 5501\u061c'],
  ['full width, with an ideographic space', '９０４　８１７　２６３　５５０１'],
  ['in Arabic-Indic digits with a thousands separator', '٩٠٤٬٨١٧٬٢٦٣٬٥٥٠١'],
  ['in digits of two scripts', '904 817 ٢٦٣ ५५०१'],
  ['as the address of a QR code', ' https://laurel.example/claim/9048172635501?uselang=ar'],
])('%s it is the same code', (_, typed) => {
  expect(CODE).toBe('9048172635501');
  expect(readSlipCode(typed)).toEqual(READ);
});

test.each([
  ['nothing', ''],
  ['a digit too few', CODE.slice(1)],
  ['a digit too many', `${CODE}1`],
  ['letters that look like digits', CODE.replace('0', 'O')],
  ['a claim code', '2Bf7KxQmNcRs9TvWy'],
  ['digits that are no decimal digits', CODE.replaceAll('9', '⑨')],
])('%s is no code', (_, typed) => {
  expect(readSlipCode(typed)).toEqual({ ok: false, failure: 'not_a_code' });
});

test('a wrong digit is told from what is no code at all', () => {
  expect(readSlipCode(`1${CODE.slice(1)}`)).toEqual({ ok: false, failure: 'mistyped' });
});
