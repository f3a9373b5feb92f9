import { Stack } from 'aws-cdk-lib';
import {
  GatewayVpcEndpoint,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  type ISubnet,
  type IVpc,
  Peer,
  Port,
  SecurityGroup,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { CaseSource } from '#config/case-source.ts';

type Named = Extract<CaseSource['connection'], { kind: 'aurora' }>['network'];

/** Where a function stands in a network of the customer's: it reaches one database, S3 and DynamoDB, and nothing else. */
export class FunctionNetwork extends Construct {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  readonly securityGroup: SecurityGroup;
  private readonly named: Named;

  constructor(scope: Construct, id: string, named: Named) {
    super(scope, id);
    this.named = named;
    // By attributes: a look-up would need an account at synthesis.
    this.vpc = Vpc.fromVpcAttributes(this, 'Vpc', {
      vpcId: named.vpcId,
      availabilityZones: named.availabilityZones,
      privateSubnetIds: named.subnetIds,
      privateSubnetRouteTableIds: named.routeTableIds,
    });
    this.subnets = this.vpc.privateSubnets;
    this.securityGroup = new SecurityGroup(this, 'Group', {
      vpc: this.vpc,
      description: 'Caselore: reads the case database',
      allowAllOutbound: false,
    });
    // The subnets have no way out but the gateway endpoints, whose addresses only AWS knows.
    this.securityGroup.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'to S3 and DynamoDB');
    if (named.gatewayEndpoints) this.addGatewayEndpoints();
  }

  /** Lets the function out to a database, and the database's own guard let it in, where that is named. */
  openTo(port: number): void {
    const { databaseSecurityGroupId } = this.named;
    if (databaseSecurityGroupId === undefined) {
      this.securityGroup.addEgressRule(Peer.anyIpv4(), Port.tcp(port), 'to the case database');
      return;
    }
    const database = SecurityGroup.fromSecurityGroupId(this, 'Database', databaseSecurityGroupId);
    this.securityGroup.addEgressRule(database, Port.tcp(port), 'to the case database');
    database.addIngressRule(this.securityGroup, Port.tcp(port), 'Caselore reads cases');
  }

  /** Brings the one service that has no gateway endpoint into the network. */
  addSecrets(): void {
    new InterfaceVpcEndpoint(this, 'Secrets', {
      vpc: this.vpc,
      service: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
      subnets: { subnets: [...this.subnets] },
      securityGroups: [this.endpointGroup()],
      // Open to the function alone, not to the whole network.
      open: false,
    });
  }

  /** What Lambda does in the role's name to give the function an address; Amazon EC2 knows no narrower resource for looking. */
  admit(role: IRole): void {
    const { region, account, partition } = Stack.of(this);
    const arn = (resource: string) => `arn:${partition}:ec2:${region}:${account}:${resource}`;
    const group = `security-group/${this.securityGroup.securityGroupId}`;
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ec2:CreateNetworkInterface'],
        resources: [
          arn('network-interface/*'),
          arn(group),
          ...this.named.subnetIds.map((id) => arn(`subnet/${id}`)),
        ],
      }),
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [
          'ec2:DeleteNetworkInterface',
          'ec2:AssignPrivateIpAddresses',
          'ec2:UnassignPrivateIpAddresses',
        ],
        resources: [arn('network-interface/*')],
      }),
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'],
        resources: ['*'],
      }),
    );
  }

  /** S3 and DynamoDB without a way to the internet, and without a price. */
  private addGatewayEndpoints(): void {
    const subnets = [{ subnets: [...this.subnets] }];
    new GatewayVpcEndpoint(this, 'S3', {
      vpc: this.vpc,
      service: GatewayVpcEndpointAwsService.S3,
      subnets,
    });
    new GatewayVpcEndpoint(this, 'DynamoDb', {
      vpc: this.vpc,
      service: GatewayVpcEndpointAwsService.DYNAMODB,
      subnets,
    });
  }

  private endpointGroup(): SecurityGroup {
    const group = new SecurityGroup(this, 'EndpointGroup', {
      vpc: this.vpc,
      description: 'Caselore: Secrets Manager from inside the network',
      allowAllOutbound: false,
    });
    group.addIngressRule(this.securityGroup, Port.tcp(443), 'the function that follows the case database');
    return group;
  }
}
