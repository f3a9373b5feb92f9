import { Logger } from '@aws-lambda-powertools/logger';

/** The function's logger: JSON lines, service name and level from the environment. Events have stable codes, no personal data. */
export const logger = new Logger();
