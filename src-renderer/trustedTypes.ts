interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): unknown;
}

/**
 * The component library writes its style sheets through `innerHTML`, which the page's policy
 * (`require-trusted-types-for 'script'`) refuses as a plain string. Style text never needs `<`; text without it can make
 * no element, so this lets styles pass and markup of any origin not.
 */
export function allowStyleTextOnly(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('markup as text is not allowed');
      return text;
    },
  });
}
