import * as z from 'zod';

const Token = z.object({ access_token: z.string() });

/** A client of the API for the administrator of the demo tenant. */
export type Api = {
  readonly get: <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.infer<Schema>>;
  readonly post: <Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ) => Promise<z.infer<Schema>>;
};

/** The demo principal that the sample is loaded as; it exists on a laptop only. */
export const LOADER = 'demo-admin';

const answerOf = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
};

/** Gets a token for the demo administrator and answers a client of the API. */
export const connect = async (url: string): Promise<Api> => {
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: LOADER, client_secret: LOADER }),
  });
  const { access_token: token } = Token.parse(await answerOf(response));
  const authorization = `Bearer ${token}`;

  return {
    get: async (path, schema) =>
      schema.parse(await answerOf(await fetch(`${url}${path}`, { headers: { authorization } }))),
    post: async (path, body, schema) =>
      schema.parse(
        await answerOf(
          await fetch(`${url}${path}`, {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
        ),
      ),
  };
};
