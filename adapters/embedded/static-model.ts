/** The name of the model in models/, by its table and vocabulary; functions that do not embed still need it to find the index. */
export const STATIC_MODEL = 'static-en-256-3f3c30fc6d13';

/** Numbers of a vector. */
export const STATIC_DIMENSIONS = 256;
