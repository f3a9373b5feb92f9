/** The X-Ray trace header of the invocation that runs, which Lambda puts into the environment. */
// oxlint-disable-next-line node/no-process-env -- Lambda changes it at each invocation, so it is no setting
export const invocationTrace = (): string | undefined => process.env['_X_AMZN_TRACE_ID'];
