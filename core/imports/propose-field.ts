/** How other systems name our fields, in lower case with underscores. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  id: ['ticket', 'ticket_id', 'case_id', 'issue_id', 'number', 'ticket_number', 'case_number', 'key'],
  title: ['subject', 'summary', 'short_description', 'headline', 'name'],
  description: ['body', 'text', 'details', 'content', 'message', 'problem'],
  status: ['state', 'ticket_status', 'case_status'],
  resolution: ['solution', 'fix', 'answer', 'resolution_notes', 'close_notes'],
  category: ['type', 'topic', 'kind'],
  product: ['component', 'model', 'product_name'],
  priority: ['urgency', 'severity'],
  customer: ['account', 'company', 'client', 'customer_name', 'requester'],
  customer_email: ['email', 'e_mail', 'mail', 'contact_email', 'requester_email'],
  language: ['lang', 'locale'],
  tags: ['labels', 'keywords', 'tag'],
  feed: ['comments', 'history'],
  created_at: ['created', 'opened', 'opened_at', 'created_on', 'created_date', 'date_created'],
  updated_at: ['updated', 'modified', 'modified_at', 'last_modified', 'updated_on', 'last_updated'],
  resolved_at: ['resolved', 'closed', 'closed_at', 'solved_at', 'resolution_date'],
};

const FIELDS = new Map(
  Object.entries(OTHER_NAMES).flatMap(([field, names]) =>
    [field, ...names].map((name): readonly [string, string] => [name, field]),
  ),
);

/** `Customer E-Mail`, `customerEmail` and `CUSTOMER_EMAIL` in one form. */
const plain = (column: string): string =>
  column
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '');

/** Whether one letter more, less, other or swapped makes `a` out of `b`. */
const isTypo = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
};

/** Shorter names are one letter away from too much. */
const LEAST_TYPO = 5;

/** The field that a column without a field seems to hold, by its name; nothing is ever put there without being asked. */
export const proposeField = (column: string): string | undefined => {
  const name = plain(column.slice(0, 100));
  const known = FIELDS.get(name);
  if (known !== undefined || name.length < LEAST_TYPO) return known;
  return Object.keys(OTHER_NAMES).find((field) => field.length >= LEAST_TYPO && isTypo(name, field));
};
