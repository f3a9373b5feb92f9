import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';

type FunctionRuntimeProps = { readonly settings: Settings; readonly bundles: Bundles };

/** What the functions of one stack share: Node, settings, bundles, and the layer of third-party packages. */
export class FunctionRuntime extends Construct {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly runtime = Runtime.NODEJS_24_X;
  readonly architecture = Architecture.ARM_64;
  /** One a stack: a version shared between stacks could not be replaced while it is in use. */
  readonly layer: LayerVersion;

  constructor(scope: Construct, id: string, { settings, bundles }: FunctionRuntimeProps) {
    super(scope, id);
    this.settings = settings;
    this.bundles = bundles;
    this.layer = new LayerVersion(this, 'Layer', {
      code: Code.fromAsset(bundles.layer),
      description: 'Third-party packages that many functions share',
      compatibleRuntimes: [this.runtime],
      compatibleArchitectures: [this.architecture],
    });
  }
}
