import { requestClaimsContract } from '#test/contract/request-claims.contract.ts';
import { memoryRequestClaims } from '#test/support/memory-request-claims.ts';

requestClaimsContract('memory', async () => memoryRequestClaims());
