/** The part of WebAssembly that Node has and that neither ES2024 nor @types/node declares as values. */
declare namespace WebAssembly {
  const Module: new (bytes: Uint8Array) => Module;
  class Memory {
    readonly buffer: ArrayBuffer;
    constructor(size: { readonly initial: number });
    grow(pages: number): number;
  }
  class Instance {
    readonly exports: Readonly<Record<string, unknown>>;
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>);
  }
}
