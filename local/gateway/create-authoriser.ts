import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { Invocation, LocalContext } from '../local-context.ts';
import type { ApiAuthoriser } from './api.ts';
import type { Call } from './call.ts';
import type { Match } from './create-router.ts';
import type { GatewayResponseType } from './gateway-response.ts';
import { headerOf } from './http-request.ts';
import { Policy, policyAllows } from './policy-allows.ts';
import { type AuthoriserOutput, requestPart } from './proxy-event.ts';

const Answer = z.object({
  principalId: z.string(),
  policyDocument: Policy,
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
type Answer = z.infer<typeof Answer>;

/** What became of the question whether a caller may call. */
export type Verdict =
  | { readonly allowed: true; readonly output: AuthoriserOutput }
  | { readonly allowed: false; readonly response: GatewayResponseType };

type Dependencies = Pick<LocalContext, 'invoke' | 'now' | 'log'>;

/** Asks request authorisers and keeps their answers, by the caller's identity, as long as each says. */
export const createAuthorise = ({ invoke, now, log }: Dependencies) => {
  const answers = new LRUCache<string, { readonly answer: Answer; readonly until: number }>({ max: 10_000 });
  const asking = new Map<string, Promise<Answer | GatewayResponseType>>();

  const ask = async (
    authoriser: ApiAuthoriser,
    call: Call,
    match: Match,
  ): Promise<Answer | GatewayResponseType> => {
    const event = {
      ...requestPart({ call, match, authoriser: undefined }),
      type: 'REQUEST',
      methodArn: methodArn(call),
    };
    const invocation = await invoke(authoriser.functionArn, event, call.traceId);
    if (!invocation.ok) return refusal(invocation, log);
    const parsed = Answer.safeParse(invocation.payload);
    if (parsed.success) return parsed.data;
    log('gateway', `authoriser ${authoriser.name} gave a malformed answer: ${z.prettifyError(parsed.error)}`);
    return 'AUTHORIZER_CONFIGURATION_ERROR';
  };

  /** Who comes while the same question is open waits for its answer: a page that asks ten things starts one thread. */
  const askOnce = async (
    key: string,
    authoriser: ApiAuthoriser,
    call: Call,
    match: Match,
  ): Promise<Answer | GatewayResponseType> => {
    const open = authoriser.cacheSeconds > 0 ? asking.get(key) : undefined;
    if (open) return open;
    const asked = ask(authoriser, call, match).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  };

  return async (authoriser: ApiAuthoriser, call: Call, match: Match): Promise<Verdict> => {
    const identity = authoriser.identityHeaders.map((name) => headerOf(call.request, name));
    if (identity.some((value) => !value)) return { allowed: false, response: 'UNAUTHORIZED' };
    const key = JSON.stringify([call.apiId, authoriser.name, ...identity]);
    const kept = answers.get(key);
    const time = now().getTime();
    if (kept && kept.until > time) return judge(kept.answer, call, 0);

    const answer = await askOnce(key, authoriser, call, match);
    if (typeof answer === 'string') return { allowed: false, response: answer };
    if (authoriser.cacheSeconds > 0)
      answers.set(key, { answer, until: time + authoriser.cacheSeconds * 1000 });
    return judge(answer, call, now().getTime() - time);
  };
};

const refusal = (invocation: Invocation & { ok: false }, log: LocalContext['log']): GatewayResponseType => {
  // The one message that API Gateway reads: the caller is unknown, nothing is broken.
  if (invocation.errorMessage === 'Unauthorized') return 'UNAUTHORIZED';
  log('gateway', `the authoriser failed: ${invocation.errorType}: ${invocation.errorMessage}`);
  return 'AUTHORIZER_FAILURE';
};

const judge = (answer: Answer, call: Call, integrationLatency: number): Verdict => {
  if (!policyAllows(answer.policyDocument, methodArn(call)))
    return { allowed: false, response: 'ACCESS_DENIED' };
  const context = Object.entries(answer.context).map(([name, value]) => [name, String(value)] as const);
  return {
    allowed: true,
    output: { ...Object.fromEntries(context), principalId: answer.principalId, integrationLatency },
  };
};

const methodArn = ({ region, accountId, apiId, stage, request }: Call): string =>
  `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}/${request.method}${request.path}`;
