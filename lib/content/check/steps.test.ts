import { describe, expect, it } from 'vitest'
import { problemsOfBody, steps } from './testing'

describe('steps-list', () => {
  it('wants a numbered list', () => {
    expect(
      problemsOfBody(`<Steps>
- Do it.

  <See>Done.</See>
</Steps>`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:1  error    <Steps> holds no numbered list.  (steps-list)
                       expected  one numbered list
                       mend      1. First step.

                                    <See>What the reader sees now.</See>

      1 error in 1 file."
    `)
  })
  it('wants one list', () => {
    expect(
      problemsOfBody(`<Steps>
1. Do it.

   <See>Done.</See>

Then wait.

2. Wait.

   <See>Time passes.</See>
</Steps>`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    18:1  error    <Steps> holds more than one numbered list.  (steps-list)
                   found     Then wait.
                   expected  one numbered list
                   mend      Indent what belongs to a step by three spaces; put everything else outside <Steps>.

  1 error in 1 file."
`)
  })
  it('shows how a drawing breaks a list', () => {
    expect(
      problemsOfBody(`<Steps>
1. Do it.

   <See>Done.</See>

<Sketch name="quit-teams" />
</Steps>`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    18:1  error    <Steps> holds more than one numbered list.  (steps-list)
                   found     <Sketch>
                   expected  one numbered list
                   mend      Indent what belongs to a step by three spaces; put everything else outside <Steps>.

  1 error in 1 file."
`)
  })
  it('counts from 1', () => {
    expect(
      problemsOfBody(`<Steps>
2. Do it.

   <See>Done.</See>
</Steps>`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    14:1  error    Steps are counted from 1.  (steps-list)
                   found     2.
                   expected  1.
                   mend      1.

  1 error in 1 file."
`)
  })
})

describe('step-check', () => {
  it('wants a check for each step', () => {
    expect(
      problemsOfBody(`<Steps>
1. Do it.

2. Do it again.

   <See>Done.</See>
</Steps>`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    14:1  error    Step 1 has no check: readers cannot tell whether it worked.  (step-check)
                   found     Do it.
                   expected  one <See> in each step
                   mend         <See>What the reader sees now.</See>

  1 error in 1 file."
`)
  })
  it('wants one check', () => {
    expect(
      problemsOfBody(`<Steps>
1. Do it.

   <See>Done.</See>

   <See>Really.</See>
</Steps>`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        14:1  error    Step 1 has 2 checks.  (step-check)
                       found     Do it.
                       expected  one <See> in each step
                       mend      Join them to one <See>, or make two steps of it.

      1 error in 1 file."
    `)
  })
})

describe('see-outside-steps', () => {
  it('belongs to a step', () => {
    expect(
      problemsOfBody(`<See>Nothing.</See>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A <See> says what a step shows, but this one belongs to no step.  (see-outside-steps)
                   found     Nothing.
                   mend      Move it into a step of <Steps>, indented by three spaces, or write it as plain text.

  1 error in 1 file."
`)
  })
})

describe('fix-without-steps', () => {
  it('wants steps in a fix', () => {
    expect(problemsOfBody(`Just plug it in.`)).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:1  error    A fix tells readers what to do step by step, but this one has no <Steps>.  (fix-without-steps)
                       expected  at least one <Steps>
                       mend      <Steps>
                                 1. First step.

                                    <See>What the reader sees now.</See>
                                 </Steps>

      1 error in 1 file."
    `)
  })
})

describe('for-condition', () => {
  it('wants a question', () => {
    expect(
      problemsOfBody(`<For>

Text.

</For>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <For> does not say for whom it is.  (for-condition)
                   expected  a question and its answers
                   mend      <For device="windows">

  1 error in 1 file."
`)
  })
  it('proposes the nearest question', () => {
    expect(
      problemsOfBody(`<For modle="two-slot">

Text.

</For>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <For> asks for "modle", but there is no such question.  (for-condition)
                   found     modle
                   expected  bread, lights, model or smell
                   mend      model="two-slot"

  1 error in 1 file."
`)
  })
  it('proposes the nearest answer', () => {
    expect(
      problemsOfBody(`<For model="two-slots">

Text.

</For>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    The question "model" has no answer "two-slots".  (for-condition)
                   found     model="two-slots"
                   expected  two-slot or four-slot
                   mend      model="two-slot"

  1 error in 1 file."
`)
  })
  it('checks each answer', () => {
    expect(
      problemsOfBody(`<For model="two-slot,three-slot">

Text.

</For>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    The question "model" has no answer "three-slot".  (for-condition)
                   found     model="two-slot,three-slot"
                   expected  two-slot or four-slot
                   mend      model="two-slot"

  1 error in 1 file."
`)
  })
  it('wants each answer once', () => {
    expect(
      problemsOfBody(`<For model="two-slot,two-slot">

Text.

</For>

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:1  error    <For> names the answer "two-slot" twice.  (for-condition)
                       found     model="two-slot,two-slot"
                       expected  two-slot or four-slot
                       mend      model="two-slot"

      1 error in 1 file."
    `)
  })
  it('wants an answer', () => {
    expect(
      problemsOfBody(`<For model="">

Text.

</For>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <For> names no answer of the question "model".  (for-condition)
                   found     model=""
                   expected  two-slot or four-slot
                   mend      model="two-slot"

  1 error in 1 file."
`)
  })
})

describe('for-within-for', () => {
  it('wants one level', () => {
    expect(
      problemsOfBody(`<For model="two-slot">

<For lights="on">

Text.

</For>

</For>

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        15:1  error    This <For> stands inside the one of line 13.  (for-within-for)
                       mend      Close the outer <For> first, and name all conditions in one: <For model="two-slot" lights="on">

      1 error in 1 file."
    `)
  })
})
