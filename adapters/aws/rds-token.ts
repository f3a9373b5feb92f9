import { Signer } from '@aws-sdk/rds-signer';

type Login = { readonly host: string; readonly port: number; readonly user: string };

/** A password for RDS or Aurora, signed by the role that asks, good for 15 minutes and for one user. */
export const rdsToken = ({ host, port, user }: Login): Promise<string> =>
  new Signer({ hostname: host, port, username: user }).getAuthToken();
