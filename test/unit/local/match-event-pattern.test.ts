import { describe, expect, it } from 'vitest';
import { matchesEventPattern } from '#local/events/match-event-pattern.ts';

const event = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::uploads', 'other'],
  detail: { bucket: { name: 'uploads' }, object: { key: 'uploads/demo/1', size: 5 }, nothing: null },
};

describe('matchesEventPattern', () => {
  it.each([
    ['a value', { source: ['aws.s3'] }],
    ['one of many values', { source: ['x', 'aws.s3'] }],
    [
      'all fields',
      {
        source: ['aws.s3'],
        detail: { bucket: { name: ['uploads'] }, object: { key: [{ prefix: 'uploads/' }] } },
      },
    ],
    ['a value inside a list', { resources: ['other'] }],
    ['a suffix', { detail: { object: { key: [{ suffix: '/1' }] } } }],
    ['a wildcard', { detail: { object: { key: [{ wildcard: 'up*/demo/*' }] } } }],
    ['another case', { source: [{ 'equals-ignore-case': 'AWS.S3' }] }],
    ['anything but', { source: [{ 'anything-but': ['aws.ec2'] }] }],
    ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'custom.' } }] }],
    ['a range', { detail: { object: { size: [{ numeric: ['>', 0, '<=', 5] }] } } }],
    ['presence', { detail: { object: { key: [{ exists: true }] } } }],
    ['absence', { detail: { object: { version: [{ exists: false }] } } }],
    ['null', { detail: { nothing: [null] } }],
    ['nothing asked', {}],
  ])('accepts %s', (_, pattern) => {
    expect(matchesEventPattern(pattern, event)).toBe(true);
  });

  it.each([
    ['another value', { source: ['aws.ec2'] }],
    ['one field of two', { source: ['aws.s3'], detail: { bucket: { name: ['other'] } } }],
    ['another prefix', { detail: { object: { key: [{ prefix: 'segments/' }] } } }],
    ['a missing field', { detail: { object: { version: ['1'] } } }],
    ['anything but it', { source: [{ 'anything-but': ['aws.s3'] }] }],
    ['a number as text', { detail: { object: { size: ['5'] } } }],
    ['a number out of range', { detail: { object: { size: [{ numeric: ['<', 5] }] } } }],
    ['an unexpected presence', { source: [{ exists: false }] }],
    ['null for a missing field', { detail: { other: [null] } }],
  ])('refuses %s', (_, pattern) => {
    expect(matchesEventPattern(pattern, event)).toBe(false);
  });

  it('stops at a rule that it does not know', () => {
    expect(() => matchesEventPattern({ source: [{ cidr: '10.0.0.0/8' }] }, event)).toThrow(
      '"cidr" is not known',
    );
  });
});
