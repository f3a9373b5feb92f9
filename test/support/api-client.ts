import { setTimeout as pause } from 'node:timers/promises';

/** An answer of the API, its body parsed when it is JSON. */
export type Answer = { status: number; headers: Headers; body: any };

/** A client of the API for one token. */
export const apiClient = (url: string, token?: string) => {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };

  const untilImport = async (id: string, states: readonly string[], seconds = 90): Promise<any> => {
    for (let waited = 0; waited < seconds * 10; waited += 1) {
      const { status, body } = await call('GET', `/api/v1/imports/${id}`);
      if (status === 200 && states.includes(body.state)) return body;
      await pause(100);
    }
    throw new Error(
      `import ${id} reached none of ${states.join(', ')} in ${seconds} s: ${JSON.stringify((await call('GET', `/api/v1/imports/${id}`)).body)}`,
    );
  };

  return {
    call,
    get: (path: string, headers?: Record<string, string>) => call('GET', path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>) =>
      call('POST', path, body, headers),
    put: (path: string, body: unknown, headers?: Record<string, string>) => call('PUT', path, body, headers),
    delete: (path: string, headers?: Record<string, string>) => call('DELETE', path, undefined, headers),
    untilImport,

    /** Creates an import and uploads its lines; it runs then. Returns its id. */
    async upload(content: string | Uint8Array, settings: Record<string, unknown> = {}): Promise<string> {
      const { status, body } = await call('POST', '/api/v1/imports', { format: 'jsonl', ...settings });
      if (status !== 201) throw new Error(`the import was refused: ${status} ${JSON.stringify(body)}`);
      const { method, url: target, headers } = body.upload;
      const put = await fetch(target, { method, headers, body: content });
      if (!put.ok) throw new Error(`the upload was refused: ${put.status} ${await put.text()}`);
      return body.id;
    },

    /** Every item of a list, page by page. */
    async all(path: string): Promise<any[]> {
      const items: any[] = [];
      let cursor: string | null = null;
      do {
        const separator = path.includes('?') ? '&' : '?';
        const { status, body } = await call(
          'GET',
          cursor === null ? path : `${path}${separator}cursor=${encodeURIComponent(cursor)}`,
        );
        if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
        items.push(...body.items);
        cursor = body.next_cursor;
      } while (cursor !== null);
      return items;
    },
  };
};

/** A client of the API for one token. */
export type ApiClient = ReturnType<typeof apiClient>;
