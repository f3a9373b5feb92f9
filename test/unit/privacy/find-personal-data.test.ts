import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '#core/privacy/find-personal-data.ts';

const found = (text: string, names: readonly string[] = []) =>
  findPersonalData(text, { names }).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

describe('findPersonalData', { timeout: 30_000 }, () => {
  it.each([
    ['mail anna.schmidt@example.org today', 'email', 'anna.schmidt@example.org'],
    ['<müller@exämple.de>', 'email', 'müller@exämple.de'],
    ['write to tom (at) example (dot) com', 'email', 'tom (at) example (dot) com'],
    ['write to x\u200b.y@exa\u200bmple.com.', 'email', 'x\u200b.y@exa\u200bmple.com'],
    ['ｔｏｍ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'email', 'ｔｏｍ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ['Call +49 (0)89 1234-567 now', 'phone', '+49 (0)89 1234-567'],
    ['at 0049 89 1234567', 'phone', '0049 89 1234567'],
    ['(555) 123-4567', 'phone', '(555) 123-4567'],
    ['it is 555-0123.', 'phone', '555-0123'],
    ['Phone:555-0123', 'phone', '555-0123'],
    ['Telefon 12345678', 'phone', '12345678'],
    ['Mobil 0171/2345678', 'phone', '0171/2345678'],
    ['appelez le 01 23 45 67 89', 'phone', '01 23 45 67 89'],
    ['London 020 7946 0958', 'phone', '020 7946 0958'],
    ['pay to DE89 3704 0044 0532 0130 00 today', 'iban', 'DE89 3704 0044 0532 0130 00'],
    ['GB82WEST12345698765432', 'iban', 'GB82WEST12345698765432'],
    ['card 4111 1111 1111 1111', 'card', '4111 1111 1111 1111'],
    ['client 91.198.174.192 connected', 'ip', '91.198.174.192'],
    ['from 2a00:1450:4001:81b::200e', 'ip', '2a00:1450:4001:81b::200e'],
    ['cd /home/pmiller/logs', 'user', 'pmiller'],
    ['C:\\Users\\pmiller\\AppData', 'user', 'pmiller'],
    ['login: CORP\\pmiller', 'user', 'pmiller'],
    ['s/n HVABCDEFGHJ, bay 4', 'serial', 'HVABCDEFGHJ'],
    ['Service Tag: 7XK2J93', 'serial', '7XK2J93'],
    ['Dear Ms Miller,\nthe disk', 'name', 'Miller'],
    ['It is fixed.\nKind regards\nTobin Bakersfield', 'name', 'Tobin Bakersfield'],
    ['Contact Oluwaseun Adeyemi onsite', 'name', 'Oluwaseun Adeyemi'],
    ['asked Anna for the log', 'name', 'Anna'],
    ['Mr. van der Berg called', 'name', 'van der Berg'],
    ['-- \nRaghav Iyer, operations', 'name', 'Raghav Iyer'],
    ['thanks tom', 'name', 'tom'],
  ])('finds in %j the %s %j', (text, kind, secret) => {
    expect(found(text)).toEqual([[kind, secret]]);
  });

  it.each([
    'Firmware 4.12.3 and kernel 5.15.0-112, BIOS 1.2.3.4',
    'HVF-5402 on 2025-11-12 08:15, ticket 57-1234, part 7X14-1U',
    'MAC 00:11:22:33:44:55, host app07, address 10.1.2.3, DNS 8.8.8.8, 192.168.1.10',
    'error 0x0000011b, KB5034441, event 555-0123',
    'time offset 300000000 s, lba 12345678 to 12345699, 1700000000',
    'The Power Supply was replaced, then Windows Server started.',
    'Dear Support, Hi all, thanks. Regards, IT Operations Team',
    'round trip 12 ms. Connections by address work.',
    'dig returns SERVFAIL for external zones',
    'cp /home/user/x C:\\Users\\Public\\y and user: admin',
    '4111 1111 1111 1112 and DE89 3704 0044 0532 0130 01 have wrong checksums',
    'part number 00KC538, model ST4000NM0035',
    'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ])('leaves alone %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds the people who are known, in the words of their address', () => {
    expect(found('Quibble said that Zorblatt has the key', ['quibble.zorblatt@example.org'])).toEqual([
      ['name', 'Quibble'],
      ['name', 'Zorblatt'],
    ]);
  });

  it('takes no name of a role for a known person', () => {
    expect(found('Service desk and Engineer 14 replaced the fan', ['Service desk', 'Engineer 14'])).toEqual(
      [],
    );
  });

  it('knows a name that another place of the text betrays', () => {
    expect(found('Zorblatt waits.\nMail q.zorblatt@example.org')).toEqual([
      ['name', 'Zorblatt'],
      ['email', 'q.zorblatt@example.org'],
    ]);
  });

  it.each([
    '@',
    'a.',
    'a@',
    '1 ',
    '(1',
    '+1-',
    'Aa ',
    'Dear A',
    'DE12 ',
    '1.1.',
    '2a00:',
    '\u200b',
    'ﷺ',
    '/home/',
    ' (at) ',
  ])('ends on 100,000 characters of %j', (piece) => {
    const text = piece.repeat(100_000 / piece.length);

    expect(Array.isArray(findPersonalData(text))).toBe(true);
  });

  it('answers places inside the text, in order, none overlapping', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('', ' tom@example.org ', '\u200b+49 89 1234567'),
        (text, more) => {
          const spans = findPersonalData(text + more + text);

          for (const [n, { start, end }] of spans.entries()) {
            expect(start).toBeGreaterThanOrEqual(spans[n - 1]?.end ?? 0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual((text + more + text).length);
          }
        },
      ),
    );
  });
});
