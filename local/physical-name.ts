import { createHash } from 'node:crypto';

type Naming = { readonly separator?: string; readonly lowerCase?: boolean; readonly maxLength?: number };

/** Name of a resource that the template leaves unnamed: stack and logical id, the same at every start. */
export const physicalName = (
  resource: { readonly stack: string; readonly logicalId: string },
  { separator = '-', lowerCase = false, maxLength = 64 }: Naming = {},
): string => {
  const whole = `${resource.stack}${separator}${resource.logicalId}`;
  const name = lowerCase ? whole.toLowerCase() : whole;
  if (name.length <= maxLength) return name;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${name.slice(0, maxLength - hash.length - separator.length)}${separator}${hash}`;
};
