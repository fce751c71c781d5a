import tseslint from 'typescript-eslint';

export default tseslint.config(
  // AssemblyScript is no TypeScript to the linter: its compiler and `tsc -p` of its folder check it.
  { ignores: ['src/core/*/wasm/'] },
  // What it declares the linter's program knows from the libraries of browsers and Node.
  { ignores: ['src/core/portable.d.ts'] },
  { ignores: ['dist/', 'node_modules/', '.vscode-test/', 'coverage/', 'test/fixtures/', 'media/'] },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'test/**/*.tsx', 'test/**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Byte loops index typed arrays whose bounds the loop has checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what is exported, so that it can be found.' },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    // Plain JavaScript runs outside the compiler's projects.
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
