// Times one decision in other engines. Reads the case as JSON from standard input, writes one JSON object a peer.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const load = createRequire(process.argv[2] + '/package.json')
const given = JSON.parse(readFileSync(0, 'utf8'))

function median(times) {
  times.sort((a, b) => a - b)
  return times[times.length >> 1]
}

async function time(decide, batches, size) {
  for (let i = 0; i < size * 10; i++) await decide()
  const times = []
  for (let b = 0; b < batches; b++) {
    const start = process.hrtime.bigint()
    for (let i = 0; i < size; i++) await decide()
    times.push(Number(process.hrtime.bigint() - start) / size)
  }
  return median(times)
}

async function timeSync(decide, batches, size) {
  for (let i = 0; i < size * 10; i++) decide()
  const times = []
  for (let b = 0; b < batches; b++) {
    const start = process.hrtime.bigint()
    for (let i = 0; i < size; i++) decide()
    times.push(Number(process.hrtime.bigint() - start) / size)
  }
  return median(times)
}

async function simulate() {
  const { runSimulation } = load('@cloud-copilot/iam-simulate')
  const simulation = {
    request: {
      principal: given.principal,
      action: given.action,
      resource: { resource: given.resource, accountId: given.account },
      contextVariables: given.context,
    },
    identityPolicies: given.policies.map((policy, i) => ({ name: `p${i}`, policy: JSON.parse(policy) })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }
  const decide = () => runSimulation(simulation, {})
  const result = await decide()
  const verdict = result.resultType === 'error' ? `error: ${result.errors.message}` : result.overallResult
  return { peer: '@cloud-copilot/iam-simulate', verdict, nanoseconds: await time(decide, 15, 5) }
}

async function cedar() {
  const { preparsePolicySet, statefulIsAuthorized } = load('@cedar-policy/cedar-wasm/nodejs')
  const parsed = preparsePolicySet('bench', { staticPolicies: given.cedar.policies })
  if (parsed.type !== 'success') return { peer: '@cedar-policy/cedar-wasm', verdict: JSON.stringify(parsed.errors), nanoseconds: 0 }
  const call = {
    principal: { type: 'Caller', id: given.principal },
    action: { type: 'Action', id: given.action },
    resource: { type: 'Resource', id: given.resource },
    context: given.cedar.context,
    preparsedPolicySetId: 'bench',
    validateRequest: false,
    entities: [
      { uid: { type: 'Action', id: given.action }, attrs: {}, parents: given.cedar.groups.map((id) => ({ type: 'Action', id })) },
    ],
  }
  const decide = () => statefulIsAuthorized(call)
  const result = decide()
  const verdict = result.type === 'success' ? result.response.decision : JSON.stringify(result.errors)
  return { peer: '@cedar-policy/cedar-wasm', verdict, nanoseconds: await timeSync(decide, 51, 50) }
}

for (const peer of [simulate, cedar]) {
  console.log(JSON.stringify(await peer()))
}
