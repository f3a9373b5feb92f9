/** The X-Ray trace that some work belongs to. */
export type Trace = { readonly trace_id: string; readonly trace_sampled: boolean };

/** Reads an X-Ray trace header, `Root=1-…;Parent=…;Sampled=0|1`; undefined where there is none. */
export const readTrace = (header: string | undefined): Trace | undefined => {
  const root = /(?:^|;)\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})/i.exec(header ?? '')?.[1];
  return root === undefined
    ? undefined
    : { trace_id: root, trace_sampled: /(?:^|;)\s*Sampled=1/i.test(header ?? '') };
};

/** The segment that Lambda has opened for this invocation, out of its trace header. */
export const segmentOf = (header: string | undefined): string | undefined =>
  /(?:^|;)\s*Parent=([0-9a-f]{16})/i.exec(header ?? '')?.[1];
