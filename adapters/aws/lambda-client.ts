import { LambdaClient } from '@aws-sdk/client-lambda';
import { CLIENT_BOUNDS } from './client-bounds.ts';

/** A client of Lambda itself. */
export const lambdaClient = (): LambdaClient => new LambdaClient(CLIENT_BOUNDS);
