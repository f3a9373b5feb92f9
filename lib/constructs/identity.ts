import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPool,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';

type IdentityProps = { readonly settings: Settings };

/** Who may sign in: a user pool, and in the cloud a client for machines with its token endpoint. */
export class Identity extends Construct {
  /** Issuer of the tokens, as their `iss` claim says it. */
  readonly issuerUrl: string;
  private readonly pool: UserPool;

  constructor(scope: Construct, id: string, { settings }: IdentityProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `caselore-${settings.stage}`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: settings.protect,
      removalPolicy: settings.protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.issuerUrl = this.pool.userPoolProviderUrl;
    if (settings.identity.domainPrefix) this.admitMachines(settings.identity.domainPrefix);
    if (settings.identity.demo) this.announceClients(settings.identity.demo.map(({ subject }) => subject));
  }

  /** The client's id is the subject of its tokens; what it may do stands in the principals table. */
  private admitMachines(domainPrefix: string): void {
    const access = new ResourceServerScope({
      scopeName: 'access',
      scopeDescription: 'Call the Caselore API',
    });
    const server = this.pool.addResourceServer('Api', { identifier: 'caselore', scopes: [access] });
    this.pool.addDomain('Tokens', { cognitoDomain: { domainPrefix } });
    this.pool.addClient('Machines', {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, access)] },
      accessTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
    });
  }

  /** The laptop's issuer reads these from the template's metadata. */
  private announceClients(ids: readonly string[]): void {
    const resource = this.pool.node.defaultChild;
    if (!(resource instanceof CfnUserPool)) throw new Error(`${this.pool.node.path} has no pool resource`);
    resource.addMetadata(
      'caselore:clients',
      ids.map((id) => ({ client_id: id, client_secret: id })),
    );
  }
}
