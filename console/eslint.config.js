import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'target', 'node_modules'] },
  ...tseslint.configs.strict,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat['recommended-latest'],
  {
    rules: {
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region'] }],
      // said explicitly, because narrow screens lay tables out as blocks and some browsers then forget what they are
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { tr: ['row'], td: ['cell'], th: ['rowheader'] }],
      // inline styles are refused by the content security policy
      'no-restricted-syntax': ['error', { selector: 'JSXAttribute[name.name="style"]', message: 'Use a class or an SVG attribute.' }],
    },
  },
);
