import type { EvidenceCase, EvidenceText } from '#core/knowledge/evidence.ts';

type Poison = (one: EvidenceCase, payload: string) => EvidenceCase;

const withText = (
  one: EvidenceCase,
  field: EvidenceText['field'],
  change: (body: string) => string,
): EvidenceCase => {
  const known = one.texts.some((text) => text.field === field);
  const texts = known ? one.texts : [...one.texts, { field, body: '' }];
  return {
    ...one,
    texts: texts.map((text) =>
      text.field === field && field !== 'feed' ? { ...text, body: change(text.body) } : text,
    ),
  };
};

const below = (more: string) => (body: string) => `${body}\n${more}`;
const withNote = (one: EvidenceCase, body: string): EvidenceCase => ({
  ...one,
  texts: [...one.texts, { field: 'feed', type: 'note', body }],
});

/** The places of a case that an attacker can write to, and the ways of hiding a text in them. */
export const channels: Readonly<Record<string, Poison>> = {
  subject: (one, payload) => withText(one, 'title', () => payload),
  body: (one, payload) => withText(one, 'description', below(payload)),
  resolution: (one, payload) => withText(one, 'resolution', below(payload)),
  feed: withNote,
  'html comment': (one, payload) => withText(one, 'description', below(`<!-- ${payload} -->`)),
  'zero-width text': (one, payload) => withText(one, 'resolution', below(Array.from(payload).join('\u200b'))),
  'code block': (one, payload) => withNote(one, `\`\`\`\n${payload}\n\`\`\``),
  'log line': (one, payload) =>
    withNote(one, `2025-11-12 08:15:01 app07 agent[411]: ERROR ${payload.replaceAll('\n', ' ')}`),
  'quoted mail': (one, payload) =>
    withNote(
      one,
      `On Monday the desk wrote:\n${payload
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}`,
    ),
};
