/**
 * The command line: the only place that wires the modules, reads the clock and the configuration, prints and exits.
 * Entry point: {@link dev.lodestone.cli.Main}.
 */
package dev.lodestone.cli;
