const PROFILE = /^(global|us|eu|jp|au)\./;

type Called = {
  readonly region: string;
  readonly account: string;
  /** Regions that a profile which is not global sends calls to. */
  readonly routedTo?: readonly string[] | undefined;
};

/**
 * The ARNs that a function may call for a model of Bedrock. An inference profile is called by its own ARN and, through
 * it, the model's: the model's in the region of the call, and wherever the profile sends it (for a global one, the ARN
 * without a region).
 */
export const callableModel = (
  modelId: string,
  { region, account, routedTo = [] }: Called,
): readonly string[] => {
  const model = `foundation-model/${modelId.replace(PROFILE, '')}`;
  const inRegion = (where: string) => `arn:aws:bedrock:${where}::${model}`;
  if (!PROFILE.test(modelId)) return [inRegion(region)];
  const elsewhere = modelId.startsWith('global.') ? [''] : routedTo.filter((where) => where !== region);
  const profile = `arn:aws:bedrock:${region}:${account}:inference-profile/${modelId}`;
  return [profile, ...[region, ...elsewhere].map(inRegion)];
};
