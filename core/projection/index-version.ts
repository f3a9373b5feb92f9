/**
 * The version of what goes into the index beside the model: how passages are made of records, what their parts weigh,
 * how the engines store them. Raised with every change that only a rebuild brings to what is indexed already.
 */
export const INDEX_VERSION = 1;
