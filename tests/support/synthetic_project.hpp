// SPDX-License-Identifier: MIT
// A project made up for pictures of templates, on the regions of syntheticMap(). No fact in it is real.
#pragma once

#include "core/project.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jejaring::test {

inline core::RegionCode code(const std::string& text) {
    return *core::RegionCode::parse(text);
}

inline std::shared_ptr<const core::Project> syntheticProject() {
    auto project = std::make_shared<core::Project>();
    project->title = "Proyek rekaan";
    const auto source = [&](const std::string& title) {
        const std::string id = "S" + std::to_string(project->sources.size() + 1);
        project->sources.push_back({});
        project->sources.back().id = id;
        project->sources.back().title = title;
        project->sources.back().address = "https://example.org/" + id;
        project->sources.back().grade = core::SourceGrade::a;
        return id;
    };
    const auto partner = [&](const std::string& id, const std::string& name, const std::string& country,
                             core::PartnerType type, core::Coordinates place) {
        core::Partner made;
        made.id = id;
        made.name = name;
        made.country = country;
        made.type = type;
        made.place = place;
        project->partners.push_back(made);
    };
    partner("P1", "Kota Rekaan di Jepang", "JPN", core::PartnerType::city, {35.0, 135.0});
    partner("P2", "Provinsi Rekaan yang Namanya Panjang Sekali di Belanda", "NLD", core::PartnerType::province,
            {52.0, 5.0});
    partner("P3", "Universitas Rekaan di Australia", "AUS", core::PartnerType::university, {-12.5, 131.0});
    partner("P4", "Lembaga Rekaan di Kenya", "KEN", core::PartnerType::institution, {-1.3, 36.8});
    project->sectors = {{"education", "Pendidikan", "Education"},
                        {"trade", "Perdagangan", "Trade"},
                        {"tourism", "Pariwisata", "Tourism"},
                        {"fisheries", "Kelautan dan Perikanan", "Marine Affairs and Fisheries"}};
    const auto agreement = [&](const std::string& region, const std::string& with, core::AgreementStatus status,
                               std::optional<core::PartialDate> signedOn, std::vector<std::string> sectors) {
        core::Agreement made;
        made.id = "A" + std::to_string(project->agreements.size() + 1);
        made.kind = core::AgreementKind::foreignLocal;
        made.parties = {{code(region), ""}, {{}, with}};
        made.status = status;
        made.signedOn = signedOn;
        made.sectors = std::move(sectors);
        made.sourceId = source("Sumber rekaan tentang " + region + " dan " + with);
        project->agreements.push_back(made);
    };
    using enum core::AgreementStatus;
    agreement("92.01", "P1", active, core::PartialDate{2004, 3, 1}, {"education", "trade"});
    agreement("92.01", "P2", active, core::PartialDate{2012, 5, 0}, {"tourism", "trade", "education"});
    agreement("92.01", "P3", unknown, core::PartialDate{2019, 0, 0}, {"fisheries"});
    agreement("92.01", "P4", unknown, std::nullopt, {});
    agreement("92.05", "P1", active, core::PartialDate{2008, 7, 17}, {"fisheries"});
    agreement("92.12", "P3", unknown, std::nullopt, {"tourism"});
    agreement("91.02", "P2", ended, core::PartialDate{2001, 1, 1}, {"education"});
    agreement("91", "P2", active, core::PartialDate{2021, 2, 2}, {"trade"});
    agreement("91.04", "P3", active, core::PartialDate{2023, 11, 9}, {"education", "tourism"});

    core::Visit visit;
    visit.id = "V1";
    visit.title = "Kunjungan kerja rekaan ke Rekaan 92.01 dan sekitarnya";
    visit.visitor = "Wakil Menteri Rekaan";
    visit.ministry = "Kementerian Rekaan";
    visit.start = core::PartialDate{2025, 3, 10};
    visit.end = core::PartialDate{2025, 3, 12};
    visit.purpose = "Meninjau kerja sama rekaan di bidang pendidikan dan perikanan";
    visit.sourceId = source("Sumber rekaan tentang kunjungan");
    const std::vector<core::Coordinates> places{{-1.2, 113.0}, {-1.0, 115.1}, {-2.4, 116.2}, {-3.1, 113.8}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        core::Stop stop;
        stop.sequence = static_cast<int>(i) + 1;
        stop.date = core::PartialDate{2025, 3, static_cast<std::uint8_t>(10 + i / 2)};
        stop.place = "Tempat rekaan nomor " + std::to_string(i + 1);
        stop.coordinates = places[i];
        stop.region = code("92.01");
        stop.counterpart = "Bupati rekaan dan perwakilan dunia usaha";
        stop.agenda = "Membahas tindak lanjut nota kesepahaman rekaan";
        stop.status = core::StopStatus::held;
        visit.stops.push_back(stop);
    }
    project->visits.push_back(visit);
    core::FollowUp followUp;
    followUp.id = "F1";
    followUp.visitId = "V1";
    followUp.stop = 2;
    followUp.what = "Menyusun rencana kerja rekaan";
    followUp.owner = "Dinas rekaan";
    followUp.due = core::PartialDate{2025, 9, 30};
    project->followUps.push_back(followUp);
    core::Risk risk;
    risk.id = "R1";
    risk.region = code("92.01");
    risk.what = "Anggaran rekaan tidak tersedia pada waktunya";
    risk.likelihood = 3;
    risk.severity = 4;
    risk.mitigation = "Mengusulkan lebih awal";
    project->risks.push_back(risk);
    core::RegionProfile profile;
    profile.region = code("92.01");
    profile.strengths = "Pelabuhan rekaan yang dalam dan perguruan tinggi rekaan";
    profile.needs = "Tenaga ahli rekaan";
    project->profiles.push_back(profile);
    return project;
}

} // namespace jejaring::test
