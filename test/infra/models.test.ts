import { describe, expect, it } from 'vitest';
import { EMBEDDING_PRICES } from '#config/embedding-prices.ts';
import type { EmbeddingSettings } from '#config/embedding-settings.ts';
import { loadSettings } from '#config/load-settings.ts';
import { Settings } from '#config/schema.ts';
import { everyStage, synthesise } from './assembly.ts';

const EMBEDS = new Set([
  'search',
  'project-changes',
  'repair-projection',
  'rebuild-index',
  'tend-breakers',
  'vectorise',
]);
const PASSAGES = new Set(['project-changes', 'repair-projection', 'rebuild-index', 'vectorise']);

const COHERE: EmbeddingSettings = {
  name: 'cohere-v4',
  region: 'us-east-1',
  modelId: 'cohere.embed-v4:0',
  dimensions: 512,
  usdPerMillionTokens: EMBEDDING_PRICES['cohere-v4'],
};

const setup = (embedder: EmbeddingSettings) => {
  const { ofType } = synthesise(Settings.parse({ ...loadSettings('dev'), embedder }));
  const functions = ofType('AWS::Lambda::Function').map(({ Properties }) => ({
    name: String(Properties['FunctionName']).replace('caselore-dev-', ''),
    role: Properties['Role']['Fn::GetAtt'][0] as string,
    variables: Properties['Environment'].Variables as Record<string, unknown>,
  }));
  const statementsOf = (role: string) =>
    ofType('AWS::IAM::Policy')
      .filter(({ Properties }) => Properties['Roles'].some(({ Ref }: { Ref: string }) => Ref === role))
      .flatMap(({ Properties }) => Properties['PolicyDocument'].Statement);
  const called = functions.flatMap(({ name, role }) =>
    statementsOf(role)
      .filter(({ Action }) => JSON.stringify(Action).includes('bedrock'))
      .map(({ Action, Resource }) => ({ name, Action, Resource })),
  );
  return { functions, called };
};

describe('models of Bedrock', () => {
  it('may be called by what embeds and by nothing else, only the one that is chosen', () => {
    const { called } = setup(COHERE);

    expect(called.map(({ name }) => name).toSorted()).toEqual([...EMBEDS].toSorted());
    for (const { Action, Resource } of called) {
      expect(Action).toBe('bedrock:InvokeModel');
      expect(Resource).toBe('arn:aws:bedrock:us-east-1::foundation-model/cohere.embed-v4:0');
    }
  });

  it('are called through their inference profile where that is chosen', () => {
    const { called } = setup({ ...COHERE, modelId: 'global.cohere.embed-v4:0' });

    const text = JSON.stringify(called[0]!.Resource);
    expect(text).toContain('inference-profile/global.cohere.embed-v4:0');
    expect(text).toContain('arn:aws:bedrock:us-east-1::foundation-model/cohere.embed-v4:0');
    expect(text).toContain('arn:aws:bedrock:::foundation-model/cohere.embed-v4:0');
    expect(text).not.toContain('*');
  });

  it('are named, sized and priced by settings; passages are kept', () => {
    const { functions } = setup(COHERE);

    for (const { name, variables } of functions.filter((one) => 'EMBEDDER' in one.variables)) {
      expect(variables).toMatchObject({ EMBEDDER: 'cohere-v4', EMBEDDER_DIMENSIONS: '512' });
      expect('BEDROCK_MODEL_ID' in variables).toBe(EMBEDS.has(name));
      expect('USD_PER_MILLION_TOKENS' in variables).toBe(EMBEDS.has(name));
      expect('EMBEDDINGS_TABLE' in variables).toBe(PASSAGES.has(name));
    }
  });

  it.each(everyStage)('are out of reach where none is chosen: $name', ({ resources, settings }) => {
    expect(settings.embedder.name).toBe('static');
    expect(JSON.stringify(resources)).not.toContain('bedrock');
  });

  it.each([
    ['another model', { modelId: 'cohere.embed-english-v3' }],
    ['a size that it does not have', { dimensions: 700 }],
    ['no price', { usdPerMillionTokens: 0 }],
  ])('are refused with %s', (_what, wrong) => {
    const settings = { ...loadSettings('dev'), embedder: { ...COHERE, ...wrong } };

    expect(() => Settings.parse(settings)).toThrow(/embedder/);
  });
});

describe('loadSettings', () => {
  it('chooses a model of a laptop by name, with time for it, and leaves the cloud alone', () => {
    const chosen = loadSettings('local', 'minilm');

    expect(chosen.embedder).toMatchObject({ name: 'minilm', workers: 1 });
    expect(chosen.functions['project-changes'].timeoutSeconds).toBe(300);
    expect(loadSettings('dev', 'minilm').embedder).toEqual({ name: 'static' });
    expect(() => loadSettings('local', 'titan-v2')).toThrow('invalid_value');
    expect(() => Settings.parse({ ...loadSettings('dev'), embedder: chosen.embedder })).toThrow(
      'laptop only',
    );
  });
});
