import * as z from 'zod';
import type { OperationContract } from './operation-contract.ts';

/** The description of the API itself. */
export const documentOperations = {
  getApiDocument: {
    tag: 'Documentation',
    summary: 'This document',
    answers: {
      200: {
        description: 'OpenAPI 3.1',
        body: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
      },
    },
  },
  getApiDocs: {
    tag: 'Documentation',
    summary: 'This document as a page to read',
    answers: { 200: { description: 'A page without scripts', body: z.string(), mediaType: 'text/html' } },
  },
} as const satisfies Record<string, OperationContract>;
