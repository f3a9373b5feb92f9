/** All that is needed to run a function; from `AWS::Lambda::Function`, with its layers already found. */
export type FunctionDefinition = {
  readonly name: string;
  readonly arn: string;
  /** Absolute path of the unpacked bundle. */
  readonly directory: string;
  /** Module and export, e.g. `index.handler`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Absolute paths of unpacked layers; the last one shadows the ones before, as in Lambda's `/opt`. */
  readonly layers: readonly string[];
  /** Most invocations at once. */
  readonly concurrency: number;
};
