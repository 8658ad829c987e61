// Only rules that catch faults which the compiler lets through; how code looks is not linted. The house rules on
// imports, sizes and words are held by test/tidy.test.ts.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '**/generated/', 'eslint.config.mjs', '.sluice/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts', 'test/**/*.ts', 'vitest.config.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      // One program for everything: quicker than a service per file.
      parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-self-compare': 'error',
      'no-constant-binary-expression': 'error',
    },
  },
  {
    files: ['tools/**/*.mjs', 'bench/**/*.mjs', 'test/**/*.mjs'],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'no-constant-binary-expression': 'error' },
  },
);
