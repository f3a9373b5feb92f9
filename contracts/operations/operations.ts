import type { OperationId } from '../routes.ts';
import { caseOperations } from './case-operations.ts';
import { documentOperations } from './document-operations.ts';
import { eventOperations } from './event-operations.ts';
import { healthOperations } from './health-operations.ts';
import { importOperations } from './import-operations.ts';
import { indexOperations } from './index-operations.ts';
import { jobOperations } from './job-operations.ts';
import { knowledgeAdminOperations } from './knowledge-admin-operations.ts';
import { knowledgeOperations } from './knowledge-operations.ts';
import { linkOperations } from './link-operations.ts';
import type { OperationContract } from './operation-contract.ts';
import { patternOperations } from './pattern-operations.ts';
import { reviewOperations } from './review-operations.ts';
import { searchOperations } from './search-operations.ts';

/** What every operation takes and answers; a route without an entry does not compile. */
export const operations: Record<OperationId, OperationContract> = {
  ...caseOperations,
  ...documentOperations,
  ...eventOperations,
  ...healthOperations,
  ...importOperations,
  ...indexOperations,
  ...jobOperations,
  ...knowledgeAdminOperations,
  ...knowledgeOperations,
  ...linkOperations,
  ...patternOperations,
  ...reviewOperations,
  ...searchOperations,
};
