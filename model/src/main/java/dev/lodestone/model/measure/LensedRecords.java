package dev.lodestone.model.measure;

import dev.lodestone.model.register.ProductionEntry;
import dev.lodestone.model.text.Term;
import dev.lodestone.model.trade.Economy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Records whose profiles are seen through a lens: noted, or changed. Which profiles there are is asked of the records themselves. */
record LensedRecords(Records records, UnaryOperator<SupplierProfile> lens) implements Records {

    private List<SupplierProfile> seen(List<SupplierProfile> profiles) {
        return profiles.stream().map(lens).toList();
    }

    @Override
    public List<SupplierProfile> before(SupplierProfile profile) {
        return seen(records.before(profile));
    }

    @Override
    public Optional<SupplierProfile> earlier(SupplierProfile profile, Basis basis) {
        return records.earlier(profile, basis).map(lens);
    }

    @Override
    public boolean isNewest(SupplierProfile profile) {
        return records.isNewest(profile);
    }

    @Override
    public boolean isLast(SupplierProfile profile) {
        return records.isLast(profile);
    }

    @Override
    public Optional<SupplierProfile> whole(SupplierProfile line) {
        return records.whole(line).map(lens);
    }

    @Override
    public List<SupplierProfile> lines(SupplierProfile whole) {
        return seen(records.lines(whole));
    }

    @Override
    public Optional<SupplierProfile> inside(SupplierProfile bloc) {
        return records.inside(bloc).map(lens);
    }

    @Override
    public Optional<SupplierProfile> exports(SupplierProfile imports) {
        return records.exports(imports).map(lens);
    }

    @Override
    public Optional<SupplierProfile> exportsBy(Economy seller, SupplierProfile imports) {
        return records.exportsBy(seller, imports).map(lens);
    }

    @Override
    public List<SupplierProfile> exporters(SupplierProfile imports) {
        return seen(records.exporters(imports));
    }

    @Override
    public List<ProfileKey> soldPeriods(Economy seller, String stage) {
        return records.soldPeriods(seller, stage);
    }

    @Override
    public List<SupplierProfile> sold(ProfileKey bySeller) {
        return seen(records.sold(bySeller));
    }

    @Override
    public List<SupplierProfile> months(Economy buyer, String stage) {
        return seen(records.months(buyer, stage));
    }

    @Override
    public List<Economy> members(Economy economy) {
        return records.members(economy);
    }

    @Override
    public List<ProductionEntry> production() {
        return records.production();
    }

    @Override
    public boolean hasCapacity(Economy economy, String stage) {
        return records.hasCapacity(economy, stage);
    }

    @Override
    public Term name(Economy economy) {
        return records.name(economy);
    }

    @Override
    public List<SupplierProfile> further() {
        return seen(records.further());
    }
}
