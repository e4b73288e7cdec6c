/**
 * Reads the registers: economies, groups, exchange rates and one folder a material. Entry point:
 * {@link dev.lodestone.ingest.register.RegisterReader}. Columns and issue codes are documented in docs/REGISTERS.md.
 */
package dev.lodestone.ingest.register;
