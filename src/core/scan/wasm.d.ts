/** An AssemblyScript file is compiled and bundled as the bytes of a WebAssembly module. */
declare module '*?wasm' {
  const code: Uint8Array<ArrayBuffer>;
  export { code as default };
}
