import layer from '../../layers/runtime/layer.json' with { type: 'json' };

/** Import specifiers that the runtime layer answers; the functions' bundles leave exactly these out. */
export const layerContents: readonly string[] = layer.provides;
