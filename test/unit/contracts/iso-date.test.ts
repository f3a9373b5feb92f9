import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '#contracts/iso-date.ts';

describe('parseIsoDate', () => {
  it.each([
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2024-01-01 10:00', '2024-01-01T10:00:00.000Z'],
    ['2024-01-01T10:00:00Z', '2024-01-01T10:00:00.000Z'],
    ['2024-01-01T10:00:00.123456+05:30', '2024-01-01T04:30:00.123Z'],
    ['2024-01-01T10:00:00-0800', '2024-01-01T18:00:00.000Z'],
    ['2024-01-01T10:00:00 +02', '2024-01-01T08:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(parseIsoDate(text)).toBe(expected);
  });

  it.each([
    '',
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-1-1',
    '2024-01-01T25:00',
    '01/02/2024',
    'yesterday',
    '2024-01-01T10:00:00+25:00',
    '0000-01-01T00:00:00+14:00',
  ])('refuses "%s"', (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
  });
});
