import type { Fix, Model, Question } from '../model'

/**
 * A troubleshooter for "nothing prints", after the Windows 95 printing network that D. Heckerman and J. Breese
 * made at Microsoft (`win95pts` of the Bayesian network repository, 76 nodes). Its roots are the causes, each
 * as common as the network says it is at fault, made to sum to 97 %. Its observable nodes are the questions,
 * with P(abnormal | that root alone is at fault) rounded to two digits; where the network reaches a node only
 * through others, or in other words, the number is ours. So are all minutes: the network has none.
 */
const causes: Record<string, { prior: number; minutes: number }> = {
  dataFile: { prior: 0.005, minutes: 5 },
  application: { prior: 0.005, minutes: 15 },
  printThread: { prior: 0.0001, minutes: 20 },
  spoolingOff: { prior: 0.05, minutes: 2 },
  printerMemory: { prior: 0.05, minutes: 30 },
  longQueue: { prior: 0.01, minutes: 3 },
  driverCorrupt: { prior: 0.01, minutes: 15 },
  screenFonts: { prior: 0.05, minutes: 5 },
  portMapping: { prior: 0.2, minutes: 4 },
  printerOffline: { prior: 0.3, minutes: 1 },
  networkPath: { prior: 0.03, minutes: 5 },
  wrongPort: { prior: 0.01, minutes: 3 },
  cableHardware: { prior: 0.01, minutes: 20 },
  looseCable: { prior: 0.02, minutes: 2 },
  epsGraphic: { prior: 0.01, minutes: 8 },
  pageOrientation: { prior: 0.05, minutes: 1 },
  tonerLow: { prior: 0.005, minutes: 5 },
  fontInstallation: { prior: 0.02, minutes: 6 },
  fullBuffer: { prior: 0.15, minutes: 2 },
  printerOff: { prior: 0.1, minutes: 0.5 },
  printArea: { prior: 0.02, minutes: 3 },
  graphicsSettings: { prior: 0.05, minutes: 3 },
  driverSettings: { prior: 0.01, minutes: 4 },
  wrongDriver: { prior: 0.1, minutes: 12 },
  diskFull: { prior: 0.03, minutes: 10 },
  noPaper: { prior: 0.02, minutes: 2 },
  trueTypeFonts: { prior: 0.1, minutes: 4 },
  shortTimeout: { prior: 0.06, minutes: 2 },
  networkConfiguration: { prior: 0.02, minutes: 15 },
  notSelected: { prior: 0.01, minutes: 1 },
}

/** Minutes to look, P(yes | a cause that is not named), P(yes | cause). */
const signs: Record<string, [minutes: number, otherwise: number, given: Record<string, number>]> = {
  repeatsDifferently: [1, 0, { cableHardware: 0.5, networkConfiguration: 0.5 }],
  paperError: [0.2, 0.001, { noPaper: 0.999 }],
  tonerError: [0.2, 0.001, { tonerLow: 0.999 }],
  memoryError: [0.2, 0.001, { printerMemory: 0.8 }],
  offError: [0.2, 0.01, { printerOff: 0.99 }],
  iconGrey: [0.2, 0.0001, { printerOffline: 0.3, networkConfiguration: 0.75 }],
  garbled: [
    0.5,
    0,
    { wrongDriver: 0.6, dataFile: 0.7, application: 0.7, printerMemory: 0.8, networkConfiguration: 0.6 },
  ],
  pageIncomplete: [0.5, 0.01, { printArea: 0.9, pageOrientation: 0.99, printerMemory: 0.7 }],
  trueTypeWrong: [1, 0.01, { fontInstallation: 0.9, trueTypeFonts: 1, printerMemory: 0.5 }],
  otherFontsWrong: [1, 0.01, { screenFonts: 0.9, fontInstallation: 0.9, printerMemory: 0.5 }],
  graphicsWrong: [1, 0.001, { epsGraphic: 1, graphicsSettings: 0.9, printerMemory: 0.75 }],
  spoolFileFails: [2, 0.01, { diskFull: 1, printThread: 0.95, dataFile: 0.9, application: 0.9 }],
  drawingFails: [
    2,
    0.01,
    {
      driverCorrupt: 0.9,
      driverSettings: 0.8,
      wrongDriver: 0.9,
      dataFile: 0.9,
      application: 0.9,
      graphicsSettings: 0.3,
    },
  ],
  localPortFails: [2, 0.001, { looseCable: 1, wrongPort: 1, cableHardware: 0.99 }],
  networkFails: [
    2,
    0.01,
    { networkPath: 1, networkConfiguration: 0.9, printerOffline: 0.7, portMapping: 0.8 },
  ],
  dosFails: [2, 0.001, { dataFile: 0.9, application: 0.9, looseCable: 0.9, wrongPort: 1 }],
  nothingComesOut: [
    0.2,
    0.05,
    {
      printerOff: 1,
      noPaper: 1,
      printerOffline: 1,
      looseCable: 1,
      wrongPort: 1,
      networkPath: 1,
      portMapping: 0.9,
      notSelected: 1,
      longQueue: 0.7,
      wrongDriver: 0.4,
      fullBuffer: 0.3,
    },
  ],
  slow: [0.5, 0.02, { spoolingOff: 0.8, longQueue: 0.9, fullBuffer: 0.6, diskFull: 0.4 }],
  postScriptError: [0.2, 0, { printerMemory: 0.4, shortTimeout: 0.9, fullBuffer: 0.2 }],
  otherPrinterPrints: [0.5, 0.001, { notSelected: 0.9, portMapping: 0.3 }],
  otherProgramPrints: [
    1,
    0.1,
    { dataFile: 0.95, application: 0.98, fontInstallation: 0.5, epsGraphic: 0.9, pageOrientation: 0.9 },
  ],
  selfTestFails: [2, 0.05, { printerOff: 1, noPaper: 1, tonerLow: 0.8, cableHardware: 0.4, fullBuffer: 0.2 }],
}

const round = (number: number) => Number(number.toFixed(6))

/** The troubleshooter with its first so many questions; `cure` is how often a fix ends its cause. */
export function buildPrinter(questions = Object.keys(signs).length, cure = 0.9): Model {
  const sum = Object.values(causes).reduce((total, { prior }) => total + prior, 0)
  const ask = ([cost, otherwise, given]: (typeof signs)[string]): Question => ({
    cost,
    answers: {
      yes: { ...given, '*': otherwise },
      no: {
        ...Object.fromEntries(Object.entries(given).map(([id, chance]) => [id, round(1 - chance)])),
        '*': round(1 - otherwise),
      },
    },
  })
  const fixes: Record<string, Fix> = Object.fromEntries(
    Object.entries(causes).map(([id, { minutes }]) => [
      `fix-${id}`,
      { cost: minutes, cures: { [id]: cure } },
    ]),
  )
  fixes.restart = {
    cost: 3,
    cures: { longQueue: 0.8, fullBuffer: 0.7, printThread: 0.9, printerOffline: 0.3, shortTimeout: 0.2 },
  }
  fixes.reinstallDriver = {
    cost: 20,
    cures: { wrongDriver: 0.9, driverCorrupt: 0.95, driverSettings: 0.9, spoolingOff: 0.3, portMapping: 0.8 },
  }
  return {
    causes: Object.fromEntries(Object.entries(causes).map(([id, { prior }]) => [id, (prior / sum) * 0.97])),
    questions: Object.fromEntries(
      Object.entries(signs)
        .slice(0, questions)
        .map(([id, sign]) => [id, ask(sign)]),
    ),
    fixes,
    escalation: { cost: 60 },
    order: ['fix-printerOff', 'fix-noPaper', 'fix-looseCable', 'restart', 'reinstallDriver'],
  }
}
