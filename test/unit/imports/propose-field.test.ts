import { describe, expect, it } from 'vitest';
import { proposeField } from '#core/imports/propose-field.ts';

describe('proposeField', () => {
  it.each([
    ['ID', 'id'],
    ['Ticket No', undefined],
    ['ticketNumber', 'id'],
    ['Subject', 'title'],
    ['Customer E-Mail', 'customer_email'],
    ['CUSTOMER_EMAIL', 'customer_email'],
    ['descripton', 'description'],
    ['catgeory', 'category'],
    ['created', 'created_at'],
    ['floor', undefined],
    ['tagz', undefined],
    ['', undefined],
  ])('sees in %j %s', (column, field) => {
    expect(proposeField(column)).toBe(field);
  });
});
