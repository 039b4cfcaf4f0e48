/** What an attribute of a component may hold. */
export interface AttributeRule {
  required: boolean
  options?: readonly string[]
  /** A correct attribute, ready to be pasted. */
  example: string
}

/** What the check knows of a component that articles use. */
export interface ComponentRule {
  /** Whether it stands on lines of its own, or within a sentence. */
  place: 'block' | 'inline'
  /** Whether it has content between its tags. */
  content: boolean
  attributes: Readonly<Record<string, AttributeRule>>
  /** Whether its attributes are questions: they are checked against the product's. */
  asksQuestions?: boolean
  /** How it is written. */
  example: string
}

/** Our drawings, by the name under which `<Sketch>` shows them. */
export const sketchNames = [
  'error-window',
  'quit-teams',
  'reset-app',
  'access-work-or-school',
  'credential-manager',
  'date-and-time',
  'internet-options',
  'use-another-account',
] as const

/** The name of one of our drawings. */
export type SketchName = (typeof sketchNames)[number]

/** Every component that an article may use. */
export const components: Readonly<Record<string, ComponentRule>> = {
  Steps: {
    place: 'block',
    content: true,
    attributes: {},
    example: '<Steps>\n1. …\n\n   <See>…</See>\n</Steps>',
  },
  See: { place: 'block', content: true, attributes: {}, example: '<See>A window opens.</See>' },
  For: {
    place: 'block',
    content: true,
    attributes: {},
    asksQuestions: true,
    example: '<For device="windows">\n\n…\n\n</For>',
  },
  Keys: { place: 'inline', content: true, attributes: {}, example: '<Keys>Ctrl+A</Keys>' },
  Menu: { place: 'inline', content: true, attributes: {}, example: '<Menu>Settings > Apps</Menu>' },
  Copy: {
    place: 'block',
    content: false,
    attributes: {
      text: { required: true, example: 'text="…"' },
      label: { required: false, example: 'label="…"' },
    },
    example: '<Copy text="…" />',
  },
  Warning: { place: 'block', content: true, attributes: {}, example: '<Warning>…</Warning>' },
  Note: { place: 'block', content: true, attributes: {}, example: '<Note>…</Note>' },
  Sketch: {
    place: 'block',
    content: false,
    attributes: { name: { required: true, options: sketchNames, example: `name="${sketchNames[0]}"` } },
    example: `<Sketch name="${sketchNames[0]}" />`,
  },
}
