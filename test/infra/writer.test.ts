import { describe, expect, it } from 'vitest';
import { loadSettings } from '#config/load-settings.ts';
import { Settings } from '#config/schema.ts';
import { WRITER_PRICES } from '#config/writer-prices.ts';
import type { WriterSettings } from '#config/writer-settings.ts';
import { WriterModel } from '#contracts/writer-name.ts';
import { everyStage, synthesise } from './assembly.ts';

const dev = loadSettings('dev');
const withWriter = (writer: unknown): unknown => ({ ...dev, knowledge: { ...dev.knowledge, writer } });

const HAIKU = {
  name: 'claude-haiku-5-5',
  region: 'eu-central-1',
  profile: 'global',
  usdPerMillionTokens: WRITER_PRICES['claude-haiku-5-5'],
} as const satisfies WriterSettings;

const setup = (writer: WriterSettings) => {
  const { ofType, resources } = synthesise(Settings.parse(withWriter(writer)));
  const functions = ofType('AWS::Lambda::Function').map(({ Properties }) => ({
    name: String(Properties['FunctionName']).replace('caselore-dev-', ''),
    role: Properties['Role']['Fn::GetAtt'][0] as string,
    variables: Properties['Environment'].Variables as Record<string, unknown>,
  }));
  const called = functions.flatMap(({ name, role }) =>
    ofType('AWS::IAM::Policy')
      .filter(({ Properties }) => Properties['Roles'].some(({ Ref }: { Ref: string }) => Ref === role))
      .flatMap(({ Properties }) => Properties['PolicyDocument'].Statement)
      .filter(({ Action }) => JSON.stringify(Action).includes('bedrock'))
      .map(({ Action, Resource }) => ({ name, Action, Resource: JSON.stringify(Resource) })),
  );
  const variablesOf = (name: string) => functions.find((one) => one.name === name)?.variables;
  return { called, variablesOf, text: JSON.stringify(resources) };
};

describe('the writer of articles', () => {
  it('is a model that write-articles alone may call, through its profile', () => {
    const { called, variablesOf } = setup(HAIKU);

    expect(called.map(({ name, Action }) => [name, Action])).toEqual([
      ['write-articles', 'bedrock:InvokeModel'],
    ]);
    const { Resource } = called[0]!;
    expect(Resource).toContain('inference-profile/global.anthropic.claude-haiku-5-5');
    expect(Resource).toContain('arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-haiku-5-5');
    expect(Resource).toContain('arn:aws:bedrock:::foundation-model/anthropic.claude-haiku-5-5');
    expect(Resource).not.toContain('*');
    expect(variablesOf('write-articles')).toMatchObject({
      ARTICLE_WRITER: 'claude-haiku-5-5',
      WRITER_MODEL_ID: 'global.anthropic.claude-haiku-5-5',
      WRITER_REGION: 'eu-central-1',
    });
  });

  it('may be called in the regions of its profile and no others', () => {
    const { called } = setup({ ...HAIKU, profile: 'eu', routedTo: ['eu-central-1', 'eu-west-1'] });

    const { Resource } = called[0]!;
    expect(Resource).toContain('inference-profile/eu.anthropic.claude-haiku-5-5');
    expect(Resource.match(/arn:aws:bedrock:[a-z0-9-]*::foundation-model/g)).toEqual([
      'arn:aws:bedrock:eu-central-1::foundation-model',
      'arn:aws:bedrock:eu-west-1::foundation-model',
    ]);
  });

  it('has its prices where drafts are estimated, without the right to call it', () => {
    const { variablesOf } = setup(HAIKU);

    expect(variablesOf('knowledge-admin')).toMatchObject({
      ARTICLE_WRITER: 'claude-haiku-5-5',
      WRITER_USD_PER_MILLION_INPUT: '0.1',
      WRITER_USD_PER_MILLION_OUTPUT: '0.5',
      KNOWLEDGE_BUDGET: '{"monthly_usd":20,"run_usd":10}',
    });
    expect(variablesOf('knowledge-admin')).not.toHaveProperty('WRITER_MODEL_ID');
  });

  it('rings when it cannot be had', () => {
    expect(setup(HAIKU).text).toContain('no articles are drafted from cases until the model');
  });

  it.each(everyStage)('is extractive where no model is chosen: $name', ({ resources, settings }) => {
    expect(settings.knowledge.writer).toEqual({ name: 'extractive' });
    expect(JSON.stringify(resources)).not.toContain('no articles are drafted from cases until the model');
  });

  it.each(WriterModel.options)('has a price of %s', (model) => {
    expect(
      Settings.safeParse(withWriter({ ...HAIKU, name: model, usdPerMillionTokens: WRITER_PRICES[model] }))
        .success,
    ).toBe(true);
  });

  it.each([
    ['no model that is known', { name: 'gpt' }],
    ['no price', { usdPerMillionTokens: { input: 0, output: 1 } }],
    ['a global profile and regions', { routedTo: ['eu-west-1'] }],
    ['a profile of a continent without its regions', { profile: 'eu' }],
    ['something that a model does not have', { temperature: 1 }],
  ])('is refused with %s', (_what, wrong) => {
    expect(() => Settings.parse(withWriter({ ...HAIKU, ...wrong }))).toThrow(/writer/);
  });
});
