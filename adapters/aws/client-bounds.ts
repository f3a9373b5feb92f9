/** Bounds of every call: connect and answer in time, at most three tries with the SDK's jittered backoff. */
export const CLIENT_BOUNDS = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    socketTimeout: 5_000,
    throwOnRequestTimeout: true,
  },
} as const;
