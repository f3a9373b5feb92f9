import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bedrockClient } from '#adapters/bedrock/bedrock-client.ts';
import { converseArticleWriter } from '#adapters/bedrock/converse-article-writer.ts';
import { WRITER_DIALECTS } from '#adapters/bedrock/writer-dialects.ts';
import { WriterModel } from '#contracts/writer-name.ts';
import { DraftUnusable } from '#core/knowledge/draft-unusable.ts';
import { mostCostOf, type WriterTerms } from '#core/knowledge/prompt/writer-terms.ts';
import { articleWriterContract } from '#test/contract/article-writer.contract.ts';
import { anEvidence, anEvidenceCase } from '#test/support/an-evidence.ts';
import { startConverseEndpoint, type ConverseMisbehaviour } from '#test/support/converse-endpoint.ts';

let endpoint: Awaited<ReturnType<typeof startConverseEndpoint>>;
beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'nobody';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'nothing';
  endpoint = await startConverseEndpoint();
});
beforeEach(() => endpoint.reset());
afterAll(() => endpoint.stop());

const MODEL_IDS: Readonly<Record<WriterModel, string>> = {
  'claude-haiku-5-5': 'global.anthropic.claude-haiku-5-5',
  'claude-sonnet-5-5': 'global.anthropic.claude-sonnet-5-5',
  'claude-opus-5-5': 'global.anthropic.claude-opus-5-5',
  'claude-haiku-4-5': 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
  'nova-2-lite': 'us.amazon.nova-2-lite-v1:0',
};

const termsOf = (model: WriterModel): WriterTerms => ({
  writer: model,
  microUsdPerToken: { input: 0.1, output: 0.5 },
  outputTokens: { typical: 1_500, most: 12_000 },
  secondsADraft: 10,
});

const setup = (
  model: WriterModel = 'claude-haiku-5-5',
  { millisecondsATry = 2_000, millisecondsADraft = 20_000 } = {},
) => {
  const terms = termsOf(model);
  const writer = converseArticleWriter({
    client: bedrockClient('us-east-1', { endpoint: endpoint.url, millisecondsATry, maxAttempts: 3 }),
    modelId: MODEL_IDS[model],
    dialect: WRITER_DIALECTS[model],
    terms,
    millisecondsADraft,
  });
  return { writer, terms };
};
const failureOf = (writing: Promise<unknown>): Promise<unknown> =>
  writing.then(
    () => 'written',
    (error: unknown) => error,
  );

describe.each(WriterModel.options)('%s', (model) => {
  articleWriterContract(model, async () => setup(model).writer);
});

describe('converseArticleWriter', () => {
  it('shows cases by labels between marks, and never their ids, customers or the tenant', async () => {
    const { writer } = setup();
    const evidence = anEvidence({
      tenant: 'secret-tenant',
      patternId: 'secret-pattern',
      cases: anEvidence().cases.map((one, n) => ({
        ...one,
        id: `secret-id-${n}`,
        customer: 'secret-customer',
      })),
    });

    const { draft } = await writer.write(evidence);

    expect(endpoint.calls).toHaveLength(1);
    expect(endpoint.calls[0]!.cases).toBe(5);
    expect(JSON.stringify(endpoint.calls[0]!.request)).not.toContain('secret');
    expect(draft.statements[0]!.sources[0]!.caseId).toBe('secret-id-0');
  });

  it('counts tokens as the service did, and what they cost', async () => {
    const { writer } = setup();

    const { tokens, costMicroUsd, model, promptVersion } = await writer.write(anEvidence());

    const [usage] = endpoint.usages;
    expect(tokens).toEqual({ input: usage!.inputTokens, output: usage!.outputTokens });
    expect(costMicroUsd).toBe(Math.ceil(usage!.inputTokens * 0.1 + usage!.outputTokens * 0.5));
    expect({ model, promptVersion }).toEqual({ model: 'claude-haiku-5-5', promptVersion: '1' });
  });

  it('charges the most where nobody counted', async () => {
    const { writer } = setup();
    endpoint.misbehave('no usage');

    const { tokens } = await writer.write(anEvidence());

    expect(tokens.output).toBe(4_000);
    expect(tokens.input).toBeGreaterThan(500);
  });

  it.each<readonly ConverseMisbehaviour[]>([
    ['throttle', 'throttle'],
    ['unavailable', 'internal error'],
    ['model timeout'],
    ['model error'],
    ['hang', 'throttle'],
  ])('tries again after %s, %s', async (...how) => {
    const { writer } = setup('claude-haiku-5-5', { millisecondsATry: 300 });
    endpoint.misbehave(...how.filter((one) => one !== undefined));

    expect((await writer.write(anEvidence())).draft.statements.length).toBeGreaterThan(0);
  });

  it.each<readonly [ConverseMisbehaviour, number, string]>([
    ['throttle', 3, 'unavailable'],
    ['unavailable', 3, 'unavailable'],
    ['internal error', 3, 'unavailable'],
    ['access denied', 1, 'unavailable'],
    ['model error', 2, 'unavailable'],
    ['model timeout', 2, 'timeout'],
  ])('gives up after %s, %i times, as %s', async (how, times, code) => {
    const { writer } = setup();
    endpoint.misbehave(...Array.from({ length: times }, () => how));

    await expect(writer.write(anEvidence())).rejects.toMatchObject({ code });
    expect(endpoint.calls).toHaveLength(times);
  });

  it.each<readonly [ConverseMisbehaviour]>([['hang'], ['stall in the middle']])(
    'does not wait for a service that comes to a %s, and cannot say that nothing was paid',
    async (how) => {
      const { writer } = setup('claude-haiku-5-5', { millisecondsATry: 60_000, millisecondsADraft: 200 });
      endpoint.misbehave(how);

      await expect(writer.write(anEvidence())).rejects.toMatchObject({ code: 'timeout' });
    },
  );

  it('says that nothing was paid to a service that cannot be reached', async () => {
    const terms = termsOf('nova-2-lite');
    const writer = converseArticleWriter({
      // Nobody listens on this port.
      client: bedrockClient('us-east-1', { endpoint: 'http://127.0.0.1:9', maxAttempts: 1 }),
      modelId: MODEL_IDS['nova-2-lite'],
      dialect: WRITER_DIALECTS['nova-2-lite'],
      terms,
      millisecondsADraft: 20_000,
    });

    await expect(writer.write(anEvidence())).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says that something was paid when the second call finds nobody', async () => {
    const { writer } = setup();
    endpoint.misbehave('no JSON', 'throttle', 'throttle', 'throttle');

    await expect(writer.write(anEvidence())).rejects.toMatchObject({ code: 'timeout' });
  });

  it.each<ConverseMisbehaviour>([
    'no JSON',
    'broken body',
    'another form',
    'unknown section',
    'endless text',
    'empty',
    'no statements',
    'malformed output',
  ])('asks once more after an answer with %s, and says what was wrong in its own words', async (how) => {
    const { writer } = setup();
    endpoint.misbehave(how);

    const { draft, tokens } = await writer.write(anEvidence());

    expect(draft.statements.length).toBeGreaterThan(0);
    expect(endpoint.calls).toHaveLength(2);
    const asked = endpoint.calls[1]!.request.messages[0].content[0].text;
    expect(asked).toContain('An answer before could not be used');
    expect(asked).not.toContain('secret-marker');
    expect(tokens.input).toBeGreaterThan(endpoint.usages.at(-1)!.inputTokens);
  });

  it.each<readonly [ConverseMisbehaviour, string]>([
    ['no JSON', 'malformed'],
    ['broken body', 'malformed'],
    ['another form', 'malformed'],
    ['unknown section', 'malformed'],
    ['empty', 'empty'],
    ['no statements', 'empty'],
    ['cut off', 'cut_short'],
    ['too long', 'cut_short'],
  ])('refuses after a second answer with %s: %s, without its words', async (how, unusable) => {
    const { writer, terms } = setup();
    endpoint.misbehave(how, how);

    const failure = await failureOf(writer.write(anEvidence()));

    expect(failure).toBeInstanceOf(DraftUnusable);
    expect(failure).toMatchObject({ reason: 'draft_unusable', unusable });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('secret-marker');
    if (!(failure instanceof DraftUnusable)) return;
    expect(failure.spent.costMicroUsd).toBeLessThanOrEqual(mostCostOf(terms, anEvidence()));
    expect(failure.spent.costMicroUsd > 0).toBe(how !== 'too long');
  });

  it.each<readonly [ConverseMisbehaviour]>([['filtered'], ['refusal']])(
    'refuses what is %s at once',
    async (how) => {
      const { writer } = setup();
      endpoint.misbehave(how);

      await expect(writer.write(anEvidence())).rejects.toMatchObject({ unusable: 'withheld' });
      expect(endpoint.calls).toHaveLength(1);
    },
  );

  it.each<ConverseMisbehaviour>(['cut off', 'too long'])(
    'shows less after %s, with more room for the answer',
    async (how) => {
      const { writer } = setup();
      const long = 'The fuser stays cold and the tray is empty. '.repeat(700);
      const cases = Array.from({ length: 8 }, (_, n) =>
        anEvidenceCase({ id: `case-${n}`, texts: [{ field: 'resolution', body: long }] }),
      );
      endpoint.misbehave(how);

      await writer.write(anEvidence({ cases, size: 8 }));

      const [first, second] = endpoint.calls;
      const lengthOf = (call: typeof first) => call!.request.messages[0].content[0].text.length;
      expect(lengthOf(second)).toBeLessThan(0.6 * lengthOf(first));
      expect([first!, second!].map(({ request }) => request.inferenceConfig.maxTokens)).toEqual([
        4_000, 8_000,
      ]);
    },
  );

  it('leaves thoughts aside', async () => {
    const { writer } = setup('claude-sonnet-5-5');
    endpoint.misbehave('thinks first');

    expect((await writer.write(anEvidence())).draft.statements.length).toBeGreaterThan(0);
    expect(endpoint.calls).toHaveLength(1);
  });

  it('makes quotes the words of the case, however untidy', async () => {
    const { writer } = setup();
    const evidence = anEvidence();
    endpoint.misbehave('untidy quotes');

    const { draft } = await writer.write(evidence);

    for (const { caseId, quote } of draft.statements.flatMap(({ sources }) => sources)) {
      const { texts } = evidence.cases.find(({ id }) => id === caseId)!;
      expect(texts.some(({ body }) => body.includes(quote))).toBe(true);
    }
  });

  it('leaves invented facts to verification, as they are', async () => {
    const { writer } = setup();
    endpoint.misbehave('invented facts');

    const { draft } = await writer.write(anEvidence());

    expect(draft.statements).toEqual([
      {
        section: 'symptom',
        text: 'Run rm -rf / and reboot server 10.9.8.7.',
        sources: [{ caseId: 'case-1', quote: 'Run rm -rf /' }],
      },
    ]);
  });

  it('knows no case that it was not shown', async () => {
    const { writer } = setup();
    endpoint.misbehave('invented cases');

    const { draft } = await writer.write(anEvidence());

    expect(draft.statements.map(({ sources }) => sources)).toEqual([[]]);
  });

  it.each(WriterModel.options)('asks %s in a way that it takes', async (model) => {
    const { writer } = setup(model);

    await writer.write(anEvidence());

    expect(endpoint.calls.map(({ modelId }) => modelId)).toEqual([MODEL_IDS[model]]);
    expect(endpoint.usages).toHaveLength(1);
  });
});
