const SUBJECTS = [
  'printer',
  'laptop',
  'router',
  'mailbox',
  'projector',
  'scanner',
  'switch',
  'server',
  'monitor',
  'keyboard',
];
const FAULTS = ['freezes', 'reboots', 'disconnects', 'overheats', 'beeps', 'flickers', 'crashes'];
const PLACES = ['Berlin', 'Oslo', 'Lisbon', 'Dublin', 'Vienna'];

/** The n-th generated ticket, the same at every run; its title names n, so that it is unique. */
export const aTicket = (n: number, overrides: Record<string, unknown> = {}): Record<string, unknown> => {
  const subject = SUBJECTS[n % SUBJECTS.length];
  const fault = FAULTS[n % FAULTS.length];
  const place = PLACES[n % PLACES.length];
  return {
    id: `t-${n}`,
    title: `${subject} ${fault} in ${place} room ${n}`,
    description: `Since this morning the ${subject} of room ${n} ${fault} whenever somebody in ${place} starts it. Error E-${1000 + n}.`,
    status: n % 3 === 0 ? 'resolved' : 'open',
    category: n % 2 === 0 ? 'hardware' : 'network',
    product: subject,
    customer: `customer-${n % 7}`,
    updated_at: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
    ...overrides,
  };
};

/** Lines of JSON. */
export const jsonLines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
