import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

type FirewallProps = {
  readonly name: string;
  /** ARN of the API stage behind it. */
  readonly protects: string;
  /** Requests of one address in five minutes; what is above is refused until it falls. */
  readonly requestsPerAddress: number;
};

/** Groups that AWS maintains, and those of their rules that only count here. */
const MANAGED_GROUPS: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesAmazonIpReputationList: [],
  // Support cases quote paths, scripts and addresses of attacks, and are longer than 8 KB: their text is no attack.
  AWSManagedRulesCommonRuleSet: [
    'NoUserAgent_HEADER',
    'SizeRestrictions_BODY',
    'CrossSiteScripting_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'EC2MetaDataSSRF_BODY',
  ],
  AWSManagedRulesKnownBadInputsRuleSet: ['Log4JRCE_BODY', 'JavaDeserializationRCE_BODY', 'ReactJSRCE_BODY'],
};

/** A web firewall before an API: AWS's own rule groups, and a limit for each address. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { name, protects, requestsPerAddress }: FirewallProps) {
    super(scope, id);
    const groups = Object.entries(MANAGED_GROUPS);
    const acl = new CfnWebACL(this, 'Acl', {
      name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(name),
      rules: [
        rateRule(requestsPerAddress),
        ...groups.map(([group, counted], index) => managedRule(group, counted, index + 1)),
      ],
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: protects, webAclArn: acl.attrArn });
  }
}

/** Counted, but no samples: they would hold tokens. */
const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const rateRule = (limit: number): CfnWebACL.RuleProperty => ({
  name: 'requests-per-address',
  priority: 0,
  action: { block: {} },
  statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit, evaluationWindowSec: 300 } },
  visibilityConfig: visibility('requests-per-address'),
});

const managedRule = (name: string, counted: readonly string[], priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: visibility(name),
});
