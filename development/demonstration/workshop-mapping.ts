import type { AttendanceMapping } from '@laurel/sheet/attendance';

/** How `examples/workshop.csv` is to be read: "yes" in each language that its organizers used. */
export const WORKSHOP_MAPPING: AttendanceMapping = {
  delimiter: ';',
  usernameColumn: 'User name / اسم المستخدم',
  attendanceColumn: 'Attended? / حضور',
  hoursColumn: 'Hours',
  attendedValues: [
    ...['yes', 'eh', '✓', 'có', 'ndiyo', 'oui', 'ja', 'sim', 'sí'],
    ...['نعم', 'بله', 'ہاں', 'हाँ', 'হ্যাঁ', 'ஆம்', 'да', 'так'],
    ...['是', '예', 'はい', 'አዎ', 'დიახ'],
  ],
};
