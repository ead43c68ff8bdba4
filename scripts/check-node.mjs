/** Loaded before a TypeScript program (`node --import`): an old Node could not even read it, and would say so in riddles. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`These scripts need the Node 24 that "npm ci" puts into node_modules; this is Node ${process.versions.node}.
Start them with npm (npm start, npm test), and run "npm ci" again without --ignore-scripts if the problem stays.`);
  process.exit(1);
}
